package io.github.auraauth.app.behaviour;

/** A text is no list of rules; the message says why, and where. */
final class MalformedBehaviours extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBehaviours(String message) {
        super(message);
    }
}
