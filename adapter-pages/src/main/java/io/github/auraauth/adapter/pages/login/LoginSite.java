package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.adapter.pages.PageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.login.LoginAnswer;
import java.util.Optional;

/** Where the pages of logins are and what they have in common. */
public final class LoginSite {
    /** Of the login, relative to the base path. */
    private static final String PATH = "/users/auraid/integrated";

    private final Pages pages;
    private final LoginRefusals refusals;
    private final String path;
    private final LoginCookie verifier;
    private final LoginCookie confirmation;

    /**
     * @param refusals told why a state or token is refused
     * @param address where browsers reach the service
     * @param basePath of the API
     */
    public LoginSite(Pages pages, LoginRefusals refusals, PublicAddress address, String basePath) {
        this.pages = pages;
        this.refusals = refusals;
        this.path = address.prefix() + basePath + PATH;
        this.verifier = new LoginCookie(address, "login");
        this.confirmation = new LoginCookie(address, "confirm");
    }

    /** Of the picture on the page that says that all is done. */
    static String imagePath(PublicAddress address, String basePath) {
        return address.prefix() + basePath + PATH + "/image";
    }

    /** What the browser is told; why something is refused goes to the operator alone. */
    Response answer(LoginStepRequest visit, LoginAnswer answer) {
        refusals.note(answer.outcome());
        Texts texts = pages.texts(answer.locale(), visit.browser().languages());
        Optional<String> culture = answer.locale().flatMap(pages::culture);
        return answer.outcome().fold(new OutcomeTable(this, visit, texts, culture));
    }

    Pages pages() {
        return pages;
    }

    /** Of the form that confirms at that step. */
    String formPath(LoginStep step) {
        return step == LoginStep.START ? path + "/start" : path;
    }

    /** Of the page that says that all is done; it holds neither state nor code. */
    String donePath(LoginStep step, Optional<String> culture) {
        String of = step.success() == PageKind.LOGOUT ? "&of=logout" : "";
        String query = of + culture.map(known -> "&locale=" + known).orElse("");
        return path + "/done" + (query.isEmpty() ? "" : '?' + query.substring(1));
    }

    LoginCookie verifier() {
        return verifier;
    }

    LoginCookie confirmation() {
        return confirmation;
    }

    /** The cookie that a step is bound to the browser by. */
    Optional<Secret> cookie(LoginStepRequest visit) {
        return switch (visit.step()) {
            case START, START_CONFIRMATION, CALLBACK -> verifier.read(visit.browser(), visit.state());
            case CONFIRMATION -> confirmation.read(visit.browser(), visit.state());
            case LOGOUT -> Optional.empty();
        };
    }

    /** The same answer, which takes the step's cookie away where there was one: it has done its part. */
    Response withoutCookie(LoginStepRequest visit, Response answer) {
        if (cookie(visit).isEmpty()) {
            return answer;
        }
        LoginCookie used = visit.step() == LoginStep.CALLBACK ? verifier : confirmation;
        return answer.with("Set-Cookie", used.unset(visit.state()));
    }
}
