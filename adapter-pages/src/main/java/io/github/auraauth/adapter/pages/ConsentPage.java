package io.github.auraauth.adapter.pages;

import java.util.List;

/** A page that asks a person whether a service may be told of them. For the templates. */
public record ConsentPage(PageLayout frame, Words words, Subject subject, Form form) {

    /** Its texts besides the title. */
    public record Words(String description, String client, String account, String told, String agree, String deny) {}

    /**
     * What it is about.
     *
     * @param client name of the service
     * @param account who is asked
     * @param told what the service would be told, or could do, one sentence each
     */
    public record Subject(String client, String account, List<String> told) {
        public Subject {
            told = List.copyOf(told);
        }
    }

    /**
     * What is sent with the answer, whichever it is.
     *
     * @param path where to, as the browser asks for it
     */
    public record Form(String path, List<FormPage.Hidden> hidden) {
        public Form {
            hidden = List.copyOf(hidden);
        }
    }
}
