package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.AuthorizationRequest;
import io.github.auraauth.domain.provider.AuthorizationRequestReader;
import io.github.auraauth.domain.provider.AuthorizationResponse;
import io.github.auraauth.domain.provider.AuthorizationRules;
import io.github.auraauth.domain.provider.AuthorizationRules.Asked;
import io.github.auraauth.domain.provider.AuthorizationRules.Person;
import io.github.auraauth.domain.provider.AuthorizationRules.Step;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.KeptRequest.Stage;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthFault;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.AuthorizationStep.Ask;
import io.github.auraauth.port.in.provider.AuthorizationStep.LogIn;
import io.github.auraauth.port.in.provider.AuthorizationStep.Refuse;
import io.github.auraauth.port.in.provider.AuthorizationStep.Respond;
import io.github.auraauth.port.in.provider.Authorizations;
import io.github.auraauth.port.in.provider.Browser;
import io.github.auraauth.usecase.client.ClientReader;
import io.github.auraauth.usecase.provider.Visit.Answer;
import io.github.auraauth.usecase.session.SessionAuthenticator;
import io.github.auraauth.usecase.session.SignedIn;
import io.github.auraauth.usecase.signingkey.OwnTokens;
import java.util.Optional;

/** Authorization requests, from their coming to the client's being told. */
public final class AuthorizationService implements Authorizations {
    private final ClientReader clients;
    private final WaitingRequests requests;
    private final SessionAuthenticator sessions;
    private final ConsentService consents;
    private final OwnTokens tokens;
    private final SessionClientRecorder sessionClients;
    private final CodeIssuer codes;
    private final String issuer;

    /** @param issuer as clients know us */
    public AuthorizationService(
            ClientReader clients,
            WaitingRequests requests,
            SessionAuthenticator sessions,
            ConsentService consents,
            OwnTokens tokens,
            SessionClientRecorder sessionClients,
            CodeIssuer codes,
            String issuer) {
        this.clients = clients;
        this.requests = requests;
        this.sessions = sessions;
        this.consents = consents;
        this.tokens = tokens;
        this.sessionClients = sessionClients;
        this.codes = codes;
        this.issuer = issuer;
    }

    @Override
    public AuthorizationStep begin(AuthorizationParameters parameters, Browser browser, Deadline deadline) {
        Optional<SignedIn> person = browser.session().flatMap(secret -> sessions.findFull(secret, deadline));
        KeptRequest request = requests.now(
                parameters, Stage.PERSON, person.map(found -> found.session().begunAt()));
        return judge(new Visit(request, Optional.empty(), browser, person, Answer.NONE), deadline);
    }

    @Override
    public Optional<Secret> keep(AuthorizationParameters parameters, Browser browser, Deadline deadline) {
        return client(parameters, deadline)
                .flatMap(client -> redirectUri(client, parameters))
                .flatMap(known -> requests.keep(parameters, browser.source(), deadline));
    }

    @Override
    public AuthorizationStep resume(Secret handle, Browser browser, Deadline deadline) {
        return goOn(handle, Answer.NONE, browser, deadline);
    }

    @Override
    public AuthorizationStep answer(Secret handle, boolean agreed, Browser browser, Deadline deadline) {
        return goOn(handle, agreed ? Answer.YES : Answer.NO, browser, deadline);
    }

    private AuthorizationStep goOn(Secret handle, Answer answer, Browser browser, Deadline deadline) {
        Optional<KeptRequest> kept = requests.find(handle, deadline);
        if (kept.isEmpty()) {
            return new Refuse(Refuse.Reason.ENDED);
        }
        if (kept.get().stage() == Stage.BROWSER) {
            return begin(kept.get().parameters(), browser, deadline);
        }
        Optional<SignedIn> person = browser.session().flatMap(secret -> sessions.findFull(secret, deadline));
        return judge(new Visit(kept.get(), Optional.of(handle), browser, person, answer), deadline);
    }

    private AuthorizationStep judge(Visit visit, Deadline deadline) {
        AuthorizationParameters parameters = visit.request().parameters();
        Optional<Client> client = client(parameters, deadline);
        if (client.isEmpty()) {
            return new Refuse(Refuse.Reason.CLIENT);
        }
        Optional<String> redirectUri = redirectUri(client.get(), parameters);
        if (redirectUri.isEmpty()) {
            return new Refuse(Refuse.Reason.REDIRECT_URI);
        }
        OAuthResult<AuthorizationRequest> read =
                AuthorizationRequestReader.read(client.get(), redirectUri.get(), parameters);
        return read.fold(
                request -> next(client.get(), request, visit, deadline),
                fault -> respond(visit, fault, redirectUri.get(), deadline));
    }

    private AuthorizationStep next(Client client, AuthorizationRequest request, Visit visit, Deadline deadline) {
        Optional<TokenClaims> hint = request.hints()
                .idToken()
                .flatMap(token -> tokens.read(token, deadline))
                .filter(claims -> claims.texts("aud").contains(client.id().value()));
        if (request.hints().idToken().isPresent() && hint.isEmpty()) {
            return respond(visit, request, OAuthError.INVALID_REQUEST, "id_token_hint is none of ours", deadline);
        }
        if (visit.answer() == Answer.NO) {
            return respond(visit, request, OAuthError.ACCESS_DENIED, "the person does not agree", deadline);
        }
        Optional<Person> person = visit.judged(request, hint, account -> consents.scopes(account, client, deadline));
        Asked asked = new Asked(visit.request().at(), visit.answer() == Answer.YES);
        Step step = AuthorizationRules.next(client, request, asked, person);
        if (step == Step.GRANT && !sessionClients.record(client, visit, deadline)) {
            step = AuthorizationRules.next(client, request, asked, Optional.empty());
        }
        return switch (step) {
            case GRANT -> grant(client, request, visit, deadline);
            case LOG_IN ->
                requests.handle(visit, deadline)
                        .<AuthorizationStep>map(handle -> new LogIn(
                                handle, request.hints().login(), request.hints().languages()))
                        .orElseGet(() -> new Refuse(Refuse.Reason.THROTTLED));
            case ASK ->
                new Ask(
                        requests.handle(visit, deadline).orElseThrow(),
                        client.name(),
                        request.told(),
                        visit.person().orElseThrow().account().username(),
                        request.hints().languages());
            case REFUSE_LOGIN ->
                respond(visit, request, OAuthError.LOGIN_REQUIRED, "the person has to log in", deadline);
            case REFUSE_LEVEL ->
                respond(
                        visit,
                        request,
                        OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS,
                        "the login has none of the essential values of acr",
                        deadline);
            case REFUSE_CONSENT ->
                respond(visit, request, OAuthError.CONSENT_REQUIRED, "the person has to agree", deadline);
        };
    }

    private AuthorizationStep grant(Client client, AuthorizationRequest request, Visit visit, Deadline deadline) {
        if (!visit.end(requests, deadline)) {
            return new Refuse(Refuse.Reason.ENDED);
        }
        SignedIn person = visit.person().orElseThrow();
        if (visit.answer() == Answer.YES) {
            consents.give(person.account(), client, Scope.names(request.told()), deadline);
        }
        Secret code = codes.issue(client, request, person, deadline);
        AuthorizationResponse response = AuthorizationResponse.of(request, code, issuer);
        return new Respond(response, request.hints().languages());
    }

    private AuthorizationStep respond(
            Visit visit, AuthorizationRequest request, OAuthError error, String description, Deadline deadline) {
        return respond(visit, new OAuthFault(error, description), request.redirectUri(), deadline);
    }

    private AuthorizationStep respond(Visit visit, OAuthFault fault, String redirectUri, Deadline deadline) {
        if (!visit.end(requests, deadline)) {
            return new Refuse(Refuse.Reason.ENDED);
        }
        AuthorizationParameters asked = visit.request().parameters();
        AuthorizationResponse response = AuthorizationResponse.of(
                fault, redirectUri, AuthorizationRequestReader.mode(asked), asked.single("state"), issuer);
        return new Respond(response, asked.single("ui_locales"));
    }

    private Optional<Client> client(AuthorizationParameters parameters, Deadline deadline) {
        return parameters.single("client_id").flatMap(id -> clients.find(id, deadline));
    }

    private static Optional<String> redirectUri(Client client, AuthorizationParameters parameters) {
        return parameters.single("redirect_uri").filter(client.addresses()::isRedirect);
    }
}
