package io.github.auraauth.fakes.directline;

import java.time.Instant;

/** A token, which is good for one conversation until its end. */
record FakeToken(String value, String conversationId, Instant end) {}
