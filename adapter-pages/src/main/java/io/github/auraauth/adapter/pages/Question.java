package io.github.auraauth.adapter.pages;

import java.time.Instant;
import java.util.Optional;

/**
 * A page that asks whether to go on, and a form that says so. For the templates.
 *
 * @param time of the subject, as the person writes it
 */
public record Question(PageLayout frame, Words words, Subject subject, String time, Form form) {
    /** Its texts besides the title. */
    public record Words(
            String description, String channel, String account, String time, String action, String warning) {}

    /**
     * What it is about.
     *
     * @param channel its name, or its identifier
     * @param account the end of the auraId
     * @param requestedAt when the link was made
     */
    public record Subject(String channel, String account, Instant requestedAt) {}

    /**
     * What is sent when the person agrees.
     *
     * @param path where to
     * @param code of the provider, where it has been asked
     */
    public record Form(String path, String state, Optional<String> code, String csrf) {}
}
