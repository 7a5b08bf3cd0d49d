package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.PageTemplates;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The pages of one area behind a login: how they are shown, how their forms are known to be ours, what is refused there. */
public final class Site {
    private static final Input SITE = Input.header(FetchMetadata.SITE);
    private static final Input PROOF = Input.body("csrf");
    private static final Input DONE = Input.query("done");

    private final Pages pages;
    private final PublicAddress address;
    private final SiteRefusals refusals;
    private final SiteHeaders header;

    /** @param navigation pages that can be gone to from everywhere, in this order */
    public Site(Pages pages, PublicAddress address, List<Entry> navigation) {
        this.pages = pages;
        this.address = address;
        this.refusals = new SiteRefusals(pages, address.path(navigation.get(0).path()));
        this.header = new SiteHeaders(address, navigation);
    }

    /** An operation that shows something. */
    public Endpoint show(Operation operation) {
        return inputs -> operation.prepare(inputs, PageCaller.of(inputs));
    }

    /** An operation that changes something: only a form of ours, which this session was given, does. */
    public Endpoint change(Operation operation) {
        return inputs -> {
            PageCaller caller = PageCaller.of(inputs);
            boolean ours = !FetchMetadata.isForeign(inputs.text(SITE))
                    && inputs.text(PROOF).filter(caller::gave).isPresent();
            if (!ours) {
                Texts texts = texts(inputs);
                return deadline -> refusals.foreign(texts);
            }
            return operation.prepare(inputs, caller);
        };
    }

    public Texts texts(Inputs inputs) {
        return texts(inputs.context().browser());
    }

    /** How a browser asks for a path of ours. */
    public String path(String path) {
        return address.path(path);
    }

    /** A form that is sent to a path of ours by the session that has the page. */
    public Form form(PageCaller caller, String path, List<FormField> fields, String action, Form.Style style) {
        return new Form(path(path), List.of(), fields, action, style).with("csrf", caller.csrf());
    }

    /** A form that asks for a path of ours. */
    public Form search(String path, List<FormField> fields, String action) {
        return new Form(path(path), List.of(), fields, action, Form.Style.SEARCH);
    }

    /** A moment with its zone. */
    public Cell moment(Instant moment, Texts texts) {
        return Cell.moment(pages.moment(moment, texts), moment.toString());
    }

    /** A page, with the notice of what was done before where the address has one. */
    public Response page(Inputs inputs, View view) {
        return page(inputs, view, PageCaller.of(inputs));
    }

    /**
     * The same for somebody whose session has another secret than the request came with.
     *
     * @param caller with the secret that the session has now
     */
    public Response page(Inputs inputs, View view, PageCaller caller) {
        Texts texts = texts(inputs);
        Optional<Paragraph> notice = view.notice()
                .or(() -> inputs.text(DONE)
                        .flatMap(key -> texts.ifAny("account:done." + key))
                        .map(words -> new Paragraph(words, Tone.GOOD)));
        PageTemplates templates = pages.templates();
        SitePage page = new SitePage(
                templates.frame(view.title(), true, texts),
                header.of(caller, view, texts),
                notice,
                new ElementRenderer(templates).parts(view.elements()));
        return templates.page(view.kind().status(), "site/page.jte", page, ElementRenderer.policy(view.elements()));
    }

    /**
     * Where a list goes on.
     *
     * @param path of the list, perhaps with a query
     * @param previous cursor of the part before
     * @param next cursor of the part behind
     */
    public Optional<Table.Pager> pager(String path, Optional<String> previous, Optional<String> next, Texts texts) {
        Table.Pager pager = new Table.Pager(
                previous.map(cursor -> with(path, "cursor", cursor)),
                next.map(cursor -> with(path, "cursor", cursor)),
                new Table.Pager.Words(
                        texts.account("pager.label"), texts.account("pager.previous"), texts.account("pager.next")));
        return Optional.of(pager).filter(Table.Pager::isNeeded);
    }

    /** How a browser asks for a path of ours with one more parameter in its query. */
    public String with(String path, String name, String value) {
        return path(path)
                + (path.indexOf('?') < 0 ? '?' : '&')
                + name
                + '='
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * On to a page of ours, which says what was done.
     *
     * @param path perhaps with a query
     * @param key of the text, behind {@code account:done.}, where the page shows no notice of its own
     */
    public Response done(String path, String key) {
        return Response.seeOther(with(path, "done", key));
    }

    /** Why something was not done, in words for whoever wanted it. */
    public String reason(Refusal refusal, Texts texts) {
        return texts.account(
                "reason." + refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What a person is shown in the place of a refusal that is meant for a program; its headers are kept. */
    public Response refusal(Response refusal, BrowserHeaders browser) {
        return refusals.page(refusal, texts(browser));
    }

    /** That there is nothing at the path, or nothing that the caller may see. */
    public Response absent(Texts texts) {
        return refusals.absent(texts);
    }

    private Texts texts(BrowserHeaders browser) {
        return pages.texts(Optional.empty(), browser.languages());
    }

    /** What an operation does for somebody who is logged in; asks no port yet. */
    @FunctionalInterface
    public interface Operation {
        Endpoint.Action prepare(Inputs inputs, PageCaller caller);
    }

    /**
     * A page that can be gone to from everywhere.
     *
     * @param path without the prefix of a proxy
     * @param key of its label, with its prefix
     * @param seenBy who may see it
     */
    public record Entry(String path, String key, Predicate<Rights> seenBy) {
        public Entry {
            requireNonNull(path, "path");
            requireNonNull(key, "key");
            requireNonNull(seenBy, "seenBy");
        }

        /** One for all who are logged in. */
        public static Entry forAll(String path, String key) {
            return new Entry(path, key, rights -> true);
        }

        /** One for those who have a permission. */
        public static Entry with(Permission permission, String path, String key) {
            return new Entry(path, key, rights -> rights.has(permission));
        }
    }
}
