package io.github.auraauth.players.directline;

import java.time.Instant;

/** A token, which is good for one conversation until its end. */
record PlayedToken(String value, String conversationId, Instant end) {}
