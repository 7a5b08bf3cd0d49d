package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The visitor at a step of a login, where they want to go when they are in, and what another service says of them. */
final class LoginVisit {
    private final Inputs inputs;
    private final Texts texts;
    private final Optional<String> next;
    private final Optional<String> hint;
    private final Optional<String> languages;

    /** @param place where the request says so; what it wants to go on to counts only where it is a path of ours */
    LoginVisit(Inputs inputs, AccountSite site, Function<String, Input> place) {
        this.inputs = inputs;
        this.next = given("next", place).flatMap(site.address()::ownPath);
        this.hint = given("login_hint", place);
        this.languages = given("ui_locales", place);
        this.texts = site.texts(inputs, languages);
    }

    private Optional<String> given(String name, Function<String, Input> place) {
        return inputs.text(place.apply(name)).filter(text -> !text.isEmpty());
    }

    Texts texts() {
        return texts;
    }

    /** A path of ours, as the browser asks for it. */
    Optional<String> next() {
        return next;
    }

    /** What they may log in as. */
    Optional<String> hint() {
        return hint;
    }

    BrowserHeaders browser() {
        return inputs.context().browser();
    }

    /** An address, or a network that one caller may own whole. */
    String source() {
        return inputs.context().source().network();
    }

    /** What every form of a login sends along, so that all this outlives a failure. */
    List<FormPage.Hidden> hidden(String proof) {
        List<FormPage.Hidden> hidden = new ArrayList<>(List.of(new FormPage.Hidden("csrf", proof)));
        hidden.addAll(kept());
        return hidden;
    }

    /** A path with a query in which all this stands, or as much of it as a redirect holds: where to go on comes first. */
    String query(String path) {
        String whole = path;
        for (FormPage.Hidden field : kept()) {
            String more = whole
                    + (whole.indexOf('?') < 0 ? '?' : '&')
                    + field.name()
                    + '='
                    + URLEncoder.encode(field.value(), StandardCharsets.UTF_8);
            whole = more.length() <= Response.LONGEST_LOCATION ? more : whole;
        }
        return whole;
    }

    private List<FormPage.Hidden> kept() {
        List<FormPage.Hidden> kept = new ArrayList<>();
        next.ifPresent(path -> kept.add(new FormPage.Hidden("next", path)));
        hint.ifPresent(name -> kept.add(new FormPage.Hidden("login_hint", name)));
        languages.ifPresent(list -> kept.add(new FormPage.Hidden("ui_locales", list)));
        return kept;
    }
}
