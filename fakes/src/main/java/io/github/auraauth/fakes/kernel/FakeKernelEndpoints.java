package io.github.auraauth.fakes.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the provider is asked. */
final class FakeKernelEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;

    private final Provider provider;
    private final KernelHooks hooks;

    FakeKernelEndpoints(Provider provider, KernelHooks hooks) {
        this.provider = provider;
        this.hooks = hooks;
    }

    Handler of(KernelEndpoint endpoint) {
        return call -> answer(call, endpoint);
    }

    void accessToken(Context call) {
        try {
            String token = provider.signedAccessToken(JSON.readValue(call.body(), OBJECT));
            FakeKernelResponses.json(call, 200, Map.of("access_token", token, "token_type", "Bearer"));
        } catch (JsonProcessingException noObject) {
            FakeKernelResponses.error(call, 400, "invalid_request");
        }
    }

    private void answer(Context call, KernelEndpoint endpoint) {
        switch (endpoint) {
            case DISCOVERY -> discovery(call);
            case AUTHORIZE -> authorize(call);
            case TOKEN -> json(call, provider.token(authorization(call), form(call)));
            case INTROSPECT -> json(call, provider.introspection(authorization(call), form(call)));
            case JWKS -> FakeKernelResponses.text(call, 200, "application/json", provider.keySet());
        }
    }

    private void discovery(Context call) {
        if (hooks.isDiscoverable()) {
            FakeKernelResponses.json(call, 200, provider.metadata());
        } else {
            FakeKernelResponses.error(call, 404, "not_found");
        }
    }

    private void authorize(Context call) {
        boolean posted = call.req().getMethod().equals("POST");
        RequestParameters asked = posted ? form(call) : new RequestParameters(firsts(call.queryParamMap()));
        Optional<Login> login = provider.logins().asked(asked);
        Optional<String> fault = provider.logins().fault(asked);
        if (login.isEmpty()) {
            FakeKernelResponses.error(call, 400, "invalid_request");
        } else if (fault.isPresent()) {
            to(call, FOUND, provider.logins().failed(login.get(), provider.issuer(), fault.get()));
        } else if (!posted) {
            page(call, asked, false);
        } else if (asked.text("action").filter("cancel"::equals).isPresent()) {
            to(call, SEE_OTHER, provider.logins().cancelled(login.get(), provider.issuer()));
        } else {
            asked.text("identifier")
                    .flatMap(FakePerson::parse)
                    .ifPresentOrElse(
                            person -> to(
                                    call,
                                    SEE_OTHER,
                                    provider.logins().accepted(login.get(), person, provider.issuer())),
                            () -> page(call, asked, true));
        }
    }

    private static void page(Context call, RequestParameters asked, boolean wrongIdentifier) {
        FakeKernelResponses.html(call, 200, LoginPage.of(asked, wrongIdentifier), LoginPage.POLICY);
    }

    private static void to(Context call, int status, URI location) {
        FakeKernelResponses.redirect(call, status, location.toString());
    }

    private static void json(Context call, Provider.Answer answer) {
        FakeKernelResponses.json(call, answer.status(), answer.members());
    }

    private static Optional<String> authorization(Context call) {
        return Optional.ofNullable(call.header("Authorization"));
    }

    private static RequestParameters form(Context call) {
        return new RequestParameters(firsts(call.formParamMap()));
    }

    private static Map<String, String> firsts(Map<String, List<String>> all) {
        Map<String, String> firsts = new LinkedHashMap<>();
        all.forEach((name, values) -> firsts.put(name, values.get(0)));
        return firsts;
    }
}
