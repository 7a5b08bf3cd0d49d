package io.github.auraauth.adapter.pages;

import io.github.auraauth.front.response.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
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
    private static final String STRICT = PageTemplates.STRICT;

    private final PageTemplates templates = new PageTemplates();
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

    /**
     * The texts for somebody of whom another service says what they read.
     *
     * @param languages the best first, with spaces between, as {@code ui_locales} has them
     * @param accepted what the browser says, which counts where there are texts for none of these
     */
    public Texts textsOf(Optional<String> languages, String accepted) {
        Locales all = locales.get();
        Optional<String> wanted = languages.stream()
                .flatMap(list -> Arrays.stream(list.split(" ", -1)))
                .flatMap(tag -> all.find(tag).stream())
                .map(Texts::culture)
                .findFirst();
        return all.texts(wanted, accepted);
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
        return withHeaders(error(PageKind.of(refusal), texts), refusal);
    }

    /**
     * Whether to go on.
     *
     * @param kind {@link PageKind#START} or {@link PageKind#CONFIRM}
     */
    public Response question(PageKind kind, Question.Subject subject, Question.Form form, Texts texts) {
        Map<String, String> values = Map.of("channel", subject.channel(), "account", subject.account());
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
                subject,
                texts.time(subject.requestedAt(), zone),
                form);
        return page(kind, "question.jte", question, STRICT);
    }

    /**
     * That the browser goes on elsewhere, which it does by itself: a redirect after a form of ours would be held against
     * the form's policy.
     */
    public Response redirect(URI address, Texts texts) {
        return redirect(address.toASCIIString(), texts);
    }

    /**
     * The same.
     *
     * @param address an absolute URI of ASCII, also of an app, or a path of ours as browsers ask for it
     */
    public Response redirect(String address, Texts texts) {
        String key = PageKind.REDIRECT.words();
        PageLayout frame =
                frame(PageKind.REDIRECT, texts.first(key + ".title"), texts).goingOnTo(address);
        RedirectPage redirect =
                new RedirectPage(frame, texts.first(key + ".description"), address, texts.first(key + ".action"));
        return page(PageKind.REDIRECT, "redirect.jte", redirect, STRICT);
    }

    /** A form, or what came of one. */
    public Response form(FormPageKind kind, String title, FormPage.Content content, Texts texts) {
        return form(kind.status(), kind.isGood(), title, content, texts);
    }

    /** What is shown in the place of a refusal that is meant for a program, where forms are; its headers are kept. */
    public Response formRefusal(Response refusal, Texts texts) {
        String words = FormPageKind.words(refusal);
        String description = words.equals("throttled") ? "login.throttled" : words + ".description";
        FormPage.Content content = FormPage.Content.of(texts.account(description));
        return withHeaders(form(refusal.status(), false, texts.account(words + ".title"), content, texts), refusal);
    }

    /** A moment as it stands in lists. */
    public String moment(Instant moment, Texts texts) {
        return texts.moment(moment, zone);
    }

    /** The templates of all pages. */
    public PageTemplates templates() {
        return templates;
    }

    private Response form(int status, boolean good, String title, FormPage.Content content, Texts texts) {
        FormPage form = new FormPage(templates.frame(title, good, texts), content);
        return templates.page(status, "form.jte", form, STRICT);
    }

    private Response error(PageKind kind, String description, Texts texts) {
        String key = kind.words();
        PageLayout frame = frame(kind, texts.first(key + ".title"), texts);
        Message message = new Message(frame, description, texts.first(key + ".action"), Optional.empty());
        return page(kind, "message.jte", message, STRICT);
    }

    private static Response withHeaders(Response page, Response refusal) {
        Response whole = page;
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            whole = whole.with(header.getKey(), header.getValue());
        }
        return whole;
    }

    private PageLayout frame(PageKind kind, String title, Texts texts) {
        return templates.frame(title, kind.isGood(), texts);
    }

    private Response page(PageKind kind, String template, Object model, String policy) {
        return templates.policed(kind.answer(templates.rendered(template, model)), policy);
    }
}
