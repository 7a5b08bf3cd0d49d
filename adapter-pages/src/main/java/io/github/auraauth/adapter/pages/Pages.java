package io.github.auraauth.adapter.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.auraauth.front.response.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Makes pages: no script, nothing of another host, and a policy that lets nothing else in. Safe for use by many threads.
 */
public final class Pages {
    private static final String STRICT = "; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Style style = Style.load();
    private final Supplier<Locales> locales;
    private final RandomGenerator random;
    private final Supplier<Optional<String>> image;
    private final ZoneId zone;

    /**
     * @param locales asked for every page, so that texts can change while the service runs
     * @param random chooses among the texts of a success
     * @param image path of a picture for the page of a success; asked for every page too
     * @param zone of the times that are shown
     */
    public Pages(Supplier<Locales> locales, RandomGenerator random, Supplier<Optional<String>> image, ZoneId zone) {
        this.locales = locales;
        this.random = random;
        this.image = image;
        this.zone = zone;
    }

    /** The texts for somebody, as {@link Locales#texts} chooses them. */
    public Texts texts(Optional<String> wanted, String accepted) {
        return locales.get().texts(wanted, accepted);
    }

    /** The culture that there are texts for in the place of that one. */
    public Optional<String> culture(String wanted) {
        return locales.get().find(wanted).map(Texts::culture);
    }

    /** That a thing has been done. */
    public Response success(PageKind kind, Texts texts) {
        String key = kind.words();
        PageLayout frame = frame(kind, texts.any(key + ".title", random), texts);
        Optional<String> picture = image.get();
        Message message = new Message(
                frame, texts.any(key + ".description", random), texts.any(key + ".action", random), picture);
        String pictures = picture.isPresent() ? "; img-src 'self'" : "";
        return page(kind, "message.jte", message, pictures + STRICT);
    }

    /** That a thing has not been done. */
    public Response error(PageKind kind, Texts texts) {
        return error(kind, texts.first(kind.words() + ".description"), texts);
    }

    /**
     * That the provider let nobody in.
     *
     * @param codes of the provider, which may choose among our texts and are not shown
     */
    public Response providerError(List<String> codes, Texts texts) {
        String key = ".authenticator-error.description";
        String description = codes.stream()
                .flatMap(code -> texts.find(code + key).stream())
                .findFirst()
                .orElseGet(() -> texts.first(key.substring(1)));
        return error(PageKind.AUTHENTICATOR_ERROR, description, texts);
    }

    /** What is shown in the place of a refusal that is meant for a program; its headers are kept. */
    public Response refusal(Response refusal, Texts texts) {
        Response page = error(PageKind.of(refusal), texts);
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    /**
     * Whether to go on.
     *
     * @param kind {@link PageKind#START} or {@link PageKind#CONFIRM}
     * @param subject the channel by its identifier, whose name may stand in the texts
     */
    public Response question(PageKind kind, Question.Subject subject, Question.Form form, Texts texts) {
        String channel = texts.find("channel." + subject.channel()).orElse(subject.channel());
        Map<String, String> values = Map.of("channel", channel, "account", subject.account());
        UnaryOperator<String> words = key -> Texts.filled(texts.first(key), values);
        String own = kind.words();
        Question question = new Question(
                frame(kind, words.apply(own + ".title"), texts),
                new Question.Words(
                        words.apply(own + ".description"),
                        words.apply("confirm.channel"),
                        words.apply("confirm.account"),
                        words.apply("confirm.time"),
                        words.apply(own + ".action"),
                        words.apply(own + ".warning")),
                new Question.Subject(channel, subject.account(), subject.requestedAt()),
                texts.time(subject.requestedAt(), zone),
                form);
        return page(kind, "question.jte", question, STRICT);
    }

    /**
     * That the browser goes on elsewhere, which it does by itself: a redirect after a form of ours would be held against
     * the form's policy.
     */
    public Response redirect(URI address, Texts texts) {
        String key = PageKind.REDIRECT.words();
        String target = address.toASCIIString();
        PageLayout frame =
                frame(PageKind.REDIRECT, texts.first(key + ".title"), texts).goingOnTo(target);
        RedirectPage redirect =
                new RedirectPage(frame, texts.first(key + ".description"), target, texts.first(key + ".action"));
        return page(PageKind.REDIRECT, "redirect.jte", redirect, STRICT);
    }

    /**
     * A form, or what came of one.
     *
     * @param status that the page is sent with
     * @param good whether what the person wanted has happened, or still can
     */
    public Response form(int status, boolean good, String title, FormPage.Content content, Texts texts) {
        PageLayout frame =
                new PageLayout(texts.language(), texts.first("page.name"), title, good, style.css(), Optional.empty());
        return policed(Response.page(status, rendered("form.jte", new FormPage(frame, content))), STRICT);
    }

    private Response error(PageKind kind, String description, Texts texts) {
        String key = kind.words();
        PageLayout frame = frame(kind, texts.first(key + ".title"), texts);
        Message message = new Message(frame, description, texts.first(key + ".action"), Optional.empty());
        return page(kind, "message.jte", message, STRICT);
    }

    private PageLayout frame(PageKind kind, String title, Texts texts) {
        return new PageLayout(
                texts.language(), texts.first("page.name"), title, kind.isGood(), style.css(), Optional.empty());
    }

    private Response page(PageKind kind, String template, Object model, String policy) {
        return policed(kind.answer(rendered(template, model)), policy);
    }

    private String rendered(String template, Object model) {
        StringOutput html = new StringOutput();
        templates.render(template, model, html);
        return html.toString();
    }

    private Response policed(Response page, String policy) {
        return page.with("Content-Security-Policy", "default-src 'none'; style-src " + style.source() + policy);
    }
}
