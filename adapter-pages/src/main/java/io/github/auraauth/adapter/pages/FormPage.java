package io.github.auraauth.adapter.pages;

import java.util.List;
import java.util.Optional;

/** A page with a form, or one that says what came of it. For the templates. */
public record FormPage(PageLayout frame, Content content) {

    /**
     * What stands below the title.
     *
     * @param fault what was wrong with what was sent before
     * @param subject such as the account that it is about
     */
    public record Content(
            Optional<String> description,
            Optional<String> fault,
            Optional<String> subject,
            Optional<Form> form,
            Optional<Link> link) {
        /** Words alone. */
        public static Content of(String description) {
            return new Content(
                    Optional.of(description), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** A form alone. */
        public static Content of(Form form) {
            return new Content(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(form), Optional.empty());
        }

        public Content describedAs(String words) {
            return new Content(Optional.of(words), fault, subject, form, link);
        }

        public Content about(String something) {
            return new Content(description, fault, Optional.of(something), form, link);
        }

        public Content withFault(Optional<String> words) {
            return new Content(description, words, subject, form, link);
        }

        public Content with(Link other) {
            return new Content(description, fault, subject, form, Optional.of(other));
        }
    }

    /**
     * What is sent.
     *
     * @param path where to, as the browser asks for it
     * @param action what the button says
     */
    public record Form(String path, List<Hidden> hidden, List<Field> fields, String action) {
        public Form {
            hidden = List.copyOf(hidden);
            fields = List.copyOf(fields);
        }
    }

    /** What is sent along without being shown. */
    public record Hidden(String name, String value) {}

    /**
     * What a person fills in.
     *
     * @param type {@code text} or {@code password}
     * @param autocomplete what browsers may fill in for them
     * @param value what stands there at first; may be empty
     */
    public record Field(String name, String label, String type, String autocomplete, String value) {
        /** One where nothing stands at first. */
        public Field(String name, String label, String type, String autocomplete) {
            this(name, label, type, autocomplete, "");
        }
    }

    /** Another page. */
    public record Link(String path, String label) {}
}
