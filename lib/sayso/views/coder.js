// Remembers the coder's name in this browser, so that the next visit need not ask.
export default function remember({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : ""
  document.cookie =
    `sayso_coder=${encodeURIComponent(data.name)}; path=/; max-age=31536000; SameSite=Lax${secure}`
}
