"""Article in, proposals out: pure steps over immutable text, offline, without a model."""





