package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of the activity on one's own account. */
final class OwnActivityEndpoints {
    static final String PATH = "/account/activity";

    private final ActivityTrail trail;
    private final Site site;

    OwnActivityEndpoints(OwnAccountPorts ports, Site site) {
        this.trail = ports.activity();
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("listOwnActivity", site.show(this::list));
    }

    private Endpoint.Action list(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        Optional<String> cursor = inputs.text(Input.query("cursor")).filter(text -> !text.isEmpty());
        PageRequest part = new PageRequest(cursor, PageRequest.USUAL, false);
        return deadline -> trail.list(Optional.of(caller.caller().account()), part, caller.actor(), deadline)
                .fold(
                        page -> site.page(
                                inputs,
                                View.of(
                                        PATH,
                                        texts.account("activity.title"),
                                        new Paragraph(texts.account("activity.description")),
                                        table(page, caller, texts))),
                        refusal -> cursor.isPresent() ? Response.seeOther(site.path(PATH)) : site.absent(texts));
    }

    private Table table(Page<Activity> page, PageCaller caller, Texts texts) {
        List<List<Cell>> rows = page.results().stream()
                .map(activity -> List.of(
                        site.moment(activity.at(), texts),
                        Cell.of(words(activity.event(), texts)),
                        by(activity.actor(), caller, texts),
                        activity.object().isEmpty() ? Cell.of("") : Cell.code(activity.object())))
                .toList();
        return new Table(
                texts.account("activity.title"),
                List.of(
                        texts.account("activity.when"),
                        texts.account("activity.what"),
                        texts.account("activity.who"),
                        texts.account("activity.object")),
                rows,
                texts.account("activity.none"),
                site.pager(PATH, page.previous(), page.next(), texts));
    }

    private static String words(Activity.Event event, Texts texts) {
        return texts.ifAny("account:event." + event.word()).orElse(event.word());
    }

    private static Cell by(String actor, PageCaller caller, Texts texts) {
        return actor.equals(caller.actor().label())
                ? Cell.of(texts.account("activity.you"))
                : Cell.of(actor, Tone.CODE);
    }
}
