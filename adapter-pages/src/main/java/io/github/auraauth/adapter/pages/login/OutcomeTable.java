package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.adapter.pages.PageKind;
import io.github.auraauth.adapter.pages.Question;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.front.response.OutageErrors;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps how a step ended to where the browser goes or what it shows. A cookie is taken away as soon as its
 * state is used up; a state that was refused, or not looked into, leaves it.
 */
final class OutcomeTable implements LoginOutcome.Cases<Response> {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeTable.class);

    private final LoginSite site;
    private final LoginStepRequest visit;
    private final Texts texts;
    private final Optional<String> culture;

    /**
     * @param texts in the person's language
     * @param culture of the texts, where the state asked for it
     */
    OutcomeTable(LoginSite site, LoginStepRequest visit, Texts texts, Optional<String> culture) {
        this.site = site;
        this.visit = visit;
        this.texts = texts;
        this.culture = culture;
    }

    @Override
    public Response started(URI authorization, BrowserCookie cookie) {
        return onwards(authorization).with("Set-Cookie", site.verifier().set(visit.state(), cookie));
    }

    /** As the texts name it, else as its owner does, else its identifier. */
    private String channelName(Channel channel) {
        String id = channel.id().text();
        return texts.find("channel." + id).or(channel::name).orElse(id);
    }

    @Override
    public Response unconfirmed(LoginQuestion asked) {
        boolean atStart = visit.step() == LoginStep.START;
        Optional<String> code = atStart ? Optional.empty() : Optional.of(visit.code());
        String csrf = asked.token().revealText();
        Question.Form form = new Question.Form(site.formPath(visit.step()), visit.state(), code, csrf);
        Question.Subject subject =
                new Question.Subject(channelName(asked.channel()), asked.maskedAuraId(), asked.requestedAt());
        LoginCookie cookie = atStart ? site.verifier() : site.confirmation();
        return site.pages()
                .question(atStart ? PageKind.START : PageKind.CONFIRM, subject, form, texts)
                .with("Set-Cookie", cookie.set(visit.state(), asked.cookie()));
    }

    @Override
    public Response ended(Optional<TrustedRedirect> target) {
        return used(target.map(trusted -> onwards(trusted.uri()))
                .orElseGet(() -> Response.seeOther(site.donePath(visit.step(), culture))));
    }

    @Override
    public Response refusedState(StateRefusal reason) {
        return error(PageKind.REFUSED_STATE);
    }

    @Override
    public Response withoutCode() {
        return error(PageKind.MISSING_CODE);
    }

    @Override
    public Response refusedByProvider(RefusalKind kind, List<String> codes) {
        return used(
                switch (kind) {
                    case CREDENTIALS -> error(PageKind.CREDENTIALS_ERROR);
                    case TIMEOUT -> error(PageKind.TIMEOUT_ERROR);
                    case GENERAL -> site.pages().providerError(codes, texts);
                });
    }

    @Override
    public Response failedChecks(TokenRefusal reason) {
        return used(error(PageKind.FAILED_CHECKS));
    }

    @Override
    public Response conflict() {
        return used(error(PageKind.CONFLICT));
    }

    @Override
    public Response providerAway(Outage outage) {
        return used(providerUnavailable(outage));
    }

    @Override
    public Response providerUnavailable(Outage outage) {
        // Its own words name the service only; those of its cause may hold what somebody sent.
        LOG.atWarn().addKeyValue("dependency", outage.getMessage()).log("a dependency did not do its part");
        return site.pages().refusal(OutageErrors.response(outage), texts);
    }

    @Override
    public Response throttled() {
        return error(PageKind.THROTTLED);
    }

    /** To another origin. */
    private Response onwards(URI address) {
        String location = address.toASCIIString();
        return visit.step().isOfAForm() || location.length() > Response.LONGEST_LOCATION
                ? site.pages().redirect(address, texts)
                : Response.seeOther(location);
    }

    private Response error(PageKind kind) {
        return site.pages().error(kind, texts);
    }

    private Response used(Response answer) {
        return site.withoutCookie(visit, answer);
    }
}
