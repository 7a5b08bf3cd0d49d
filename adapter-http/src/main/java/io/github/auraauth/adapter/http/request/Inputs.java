package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.TextForm;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a request gives for the inputs that its operation declares; each text has the form of the definition. */
public final class Inputs {
    private static final Caller NOBODY = new Caller("", new Source("", false), Credential.SILENT, Browser.SILENT);

    private final Map<String, TextForm> forms;
    private final Map<String, String> texts;
    private final Caller caller;

    private Inputs(Map<String, TextForm> forms, Map<String, String> texts, Caller caller) {
        this.forms = forms;
        this.texts = texts;
        this.caller = caller;
    }

    /** @param forms of all declared inputs by name */
    Inputs(Map<String, TextForm> forms, Map<String, String> texts) {
        this(forms, texts, NOBODY);
    }

    /** The same, given by that caller. */
    public Inputs by(Caller known) {
        return new Inputs(forms, texts, known);
    }

    /** Who gives them. */
    public Caller caller() {
        return caller;
    }

    /** The text as given, or empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /**
     * The input as a value of the domain, or empty when it is not given.
     *
     * @throws Refusal when it is given and is none
     */
    public <T> Optional<T> optional(String name, Function<String, Optional<T>> parse) {
        return optional(name, parse, text -> form(name).fault(text));
    }

    /**
     * The same.
     *
     * @param fault what is wrong with a text that is given and is none, in words that follow the input's name
     */
    public <T> Optional<T> optional(String name, Function<String, Optional<T>> parse, Function<String, String> fault) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text.get());
        if (value.isEmpty()) {
            throw Refusal.invalid(name + ' ' + fault.apply(text.get()));
        }
        return value;
    }

    /**
     * The input as a value of the domain.
     *
     * @throws Refusal when it is not given or is none
     */
    public <T> T required(String name, Function<String, Optional<T>> parse) {
        return optional(name, parse).orElseThrow(() -> missing(name));
    }

    /** The same, with words of one's own for a text that is none. */
    public <T> T required(String name, Function<String, Optional<T>> parse, Function<String, String> fault) {
        return optional(name, parse, fault).orElseThrow(() -> missing(name));
    }

    private TextForm form(String name) {
        return Objects.requireNonNull(forms.get(name), "not declared");
    }

    static Refusal malformed(String name, TextForm form, String text) {
        return Refusal.invalid(name + ' ' + form.fault(text));
    }

    static Refusal missing(String name) {
        return Refusal.invalid(name + " is missing");
    }
}
