package io.github.auraauth.adapter.http.pages;

/** A page that asks whether to go on, and a form that says so. For the templates. */
public record Question(Frame frame, Words words, Subject subject, Form form) {
    /** Its texts besides the title. */
    public record Words(String description, String channel, String account, String action, String warning) {}

    /**
     * What it is about.
     *
     * @param channel its name, or its identifier
     * @param account the end of the auraId
     */
    public record Subject(String channel, String account) {}

    /**
     * What is sent when the person agrees.
     *
     * @param path where to
     */
    public record Form(String path, String state, String code, String csrf) {}
}
