package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody's request for a page of administration, and what it takes to answer it. */
public final class AdminRequest {
    private final Site site;
    private final Inputs inputs;
    private final PageCaller caller;
    private final Texts texts;

    AdminRequest(Site site, Inputs inputs, PageCaller caller) {
        this.site = site;
        this.inputs = inputs;
        this.caller = caller;
        this.texts = site.texts(inputs);
    }

    /** Whoever asks. */
    public Actor actor() {
        return caller.actor();
    }

    public boolean may(Permission permission) {
        return actor().has(permission);
    }

    public boolean isSuperuser() {
        return actor().rights().superuser();
    }

    /** What stands in the path for a parameter. */
    public String parameter(String name) {
        return inputs.text(Input.path(name)).orElse("");
    }

    /** What stands in the query under a name, without white space around it; the empty text where nothing does. */
    public String query(String name) {
        return inputs.text(Input.query(name)).orElse("").strip();
    }

    /** What a form holds under a name, without white space around it; the empty text where nothing does. */
    public String field(String name) {
        return inputs.text(Input.body(name)).orElse("").strip();
    }

    /** Whether a box is ticked. */
    public boolean isTicked(String name) {
        return field(name).equals("true");
    }

    /** The values of the boxes that are ticked. */
    public Set<String> ticked(String name) {
        Set<String> values = new LinkedHashSet<>();
        inputs.body().path(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The text of a key, behind {@code admin:}. */
    public String text(String key) {
        return texts.admin(key);
    }

    /** The same with values in the place of their names. */
    public String text(String key, Map<String, String> values) {
        return Texts.filled(texts.admin(key), values);
    }

    /** The text of a key, or else what it stands for. */
    public String textOr(String key, String otherwise) {
        return texts.ifAny("admin:" + key).orElse(otherwise);
    }

    /** Why something was not done. */
    public String reason(Refusal refusal) {
        return site.reason(refusal, texts);
    }

    /** How a browser asks for a path of ours. */
    public String path(String path) {
        return site.path(path);
    }

    /** A link to a page of ours. */
    public Links.Link link(String path, String key) {
        return new Links.Link(path(path), text(key));
    }

    public Cell moment(Instant moment) {
        return site.moment(moment, texts);
    }

    /** A moment, or what is said where there is none. */
    public Cell moment(Optional<Instant> moment, String key) {
        return moment.map(this::moment).orElseGet(() -> Cell.of(text(key), Tone.QUIET));
    }

    /** A form that changes something. */
    public Form form(String path, List<FormField> fields, String actionKey, Form.Style style) {
        return site.form(caller, path, fields, text(actionKey), style);
    }

    /** A form that asks for a list, or a part of one. */
    public Form search(String path, List<FormField> fields, String actionKey) {
        return site.search(path, fields, text(actionKey));
    }

    /** A page. */
    public View view(String place, String title, List<Element> elements) {
        return View.of(place, title, elements.toArray(Element[]::new));
    }

    /** Answers with a page, with the notice of what was done before where the address has one. */
    public Response page(View view) {
        Optional<Paragraph> done =
                texts.ifAny("admin:done." + query("done")).map(words -> new Paragraph(words, Tone.GOOD));
        return site.page(
                inputs,
                view.notice().isPresent() ? view : done.map(view::noting).orElse(view));
    }

    /** Answers that it was done, on another page of ours. */
    public Response done(String path, String key) {
        return site.done(path, key);
    }

    /** Leads on to another page of ours. */
    public Response lead(String path) {
        return Response.seeOther(path(path));
    }

    /** Answers that there is nothing here. */
    public Response absent() {
        return site.absent(texts);
    }

    /** Answers that a list, or a thing, is not shown, and why. */
    public Response refused(String place, Refusal refusal) {
        return refusal.reason() == Refusal.Reason.ABSENT
                        || refusal.field().filter("cursor"::equals).isPresent()
                ? absent()
                : page(view(place, text("refused.title"), List.of()).refusing(reason(refusal)));
    }
}
