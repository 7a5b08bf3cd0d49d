package io.github.auraauth.adapter.pages.start;

import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.PublicPages;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page at the root: for browsers the way to the account or what runs here, for all others nothing. */
final class StartEndpoints {
    private static final Input ACCEPT = Input.header("Accept");
    private static final String HTML = "text/html";
    private static final String ACCOUNT = "/account";

    private final Pages pages;
    private final PublicAddress address;
    private final HostCookie session;
    private final Optional<AccountAuthentication> authentication;
    private final Optional<RunningServices> running;

    /**
     * @param address below which links lie
     * @param session cookie of sessions
     * @param authentication of those who have an account; absent where there are none
     * @param running what runs here; absent where only they who log in are to know
     */
    StartEndpoints(
            Pages pages,
            PublicAddress address,
            HostCookie session,
            Optional<AccountAuthentication> authentication,
            Optional<RunningServices> running) {
        this.pages = pages;
        this.address = address;
        this.session = session;
        this.authentication = authentication;
        this.running = running;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showStart", this::show);
    }

    private Endpoint.Action show(Inputs inputs) {
        BrowserHeaders browser = inputs.context().browser();
        boolean wantsPage = inputs.text(ACCEPT)
                .filter(accepted -> accepted.toLowerCase(Locale.ROOT).contains(HTML))
                .isPresent();
        Texts texts = pages.texts(Optional.empty(), browser.languages());
        return deadline -> {
            Response response = wantsPage ? page(browser, texts, deadline) : ErrorCode.NOT_FOUND.response();
            return response.with("Vary", "Accept");
        };
    }

    private Response page(BrowserHeaders browser, Texts texts, Deadline deadline) {
        return running.filter(services -> !isLoggedIn(browser, deadline))
                .map(services -> new PublicPages(pages).page(view(services, texts), texts))
                .orElseGet(() -> Response.seeOther(address.path(ACCOUNT)));
    }

    private boolean isLoggedIn(BrowserHeaders browser, Deadline deadline) {
        return authentication.isPresent()
                && session.read(browser)
                        .map(secret -> authentication
                                .get()
                                .bySession(Secret.ofText(secret), deadline)
                                .<Boolean>fold(caller -> true, () -> false, pause -> false))
                        .orElse(false);
    }

    private View view(RunningServices services, Texts texts) {
        List<Element> elements = new ArrayList<>();
        elements.add(
                new Paragraph(Texts.filled(texts.account("start.description"), Map.of("version", services.version()))));
        if (services.accounts()) {
            elements.add(new Heading(texts.account("start.accounts")));
            elements.add(Links.of(
                    link(ACCOUNT, "access.entry", "start.account-text", texts),
                    link("/admin", "administration.entry", "start.administration-text", texts)));
        }
        elements.add(new Heading(texts.account("start.apis")));
        elements.add(new Links(services.apis().stream()
                .map(api -> new Links.Link(api.docs(), api.name(), api.path()))
                .toList()));
        elements.add(new Heading(texts.account("start.sample")));
        elements.add(new Paragraph(texts.account("start.sample-text")));
        elements.add(new CodeBlock(services.sample()));
        List<Links.Link> played = new ArrayList<>();
        services.playedLogin()
                .ifPresent(login -> played.add(
                        new Links.Link(login.get(), texts.account("start.login"), texts.account("start.login-text"))));
        services.playedChat()
                .ifPresent(chat -> played.add(
                        new Links.Link(chat, texts.account("start.chat"), texts.account("start.chat-text"))));
        if (!played.isEmpty()) {
            elements.add(new Heading(texts.account("start.played")));
            elements.add(new Links(played));
        }
        return View.of("/", texts.account("start.title"), elements.toArray(Element[]::new));
    }

    private Links.Link link(String path, String label, String text, Texts texts) {
        return new Links.Link(address.path(path), texts.account(label), texts.account(text));
    }
}
