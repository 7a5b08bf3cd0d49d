package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.user.RegisterUser;
import io.github.auraauth.port.in.user.RegisterUserWithAuraId;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import java.time.InstantSource;
import java.util.Map;

/** The operations that register a user: by headers, which answer 200, and by a body, which answer 201 for a new one. */
public final class RegisteringEndpoints {
    private static final Input AURA_ID = Input.path("auraId");
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    private final RegisterUser byAuthorizationId;
    private final RegisterUserWithAuraId byAuraId;
    private final InstantSource clock;

    public RegisteringEndpoints(RegisterUser byAuthorizationId, RegisterUserWithAuraId byAuraId, InstantSource clock) {
        this.byAuthorizationId = byAuthorizationId;
        this.byAuraId = byAuraId;
        this.clock = clock;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "registerUser", register(RegistrationInputs.HEADERS, FOUND),
                "registerUserByBody", register(RegistrationInputs.BODY, CREATED),
                "registerUserWithAuraId", registerWithAuraId(RegistrationInputs.HEADERS, FOUND),
                "registerUserWithAuraIdByBody", registerWithAuraId(RegistrationInputs.BODY, CREATED));
    }

    private Endpoint register(RegistrationInputs places, int created) {
        RegistrationReader reader = new RegistrationReader(places, clock);
        return inputs -> {
            Registration registration = reader.read(inputs);
            return deadline -> answer(byAuthorizationId.register(registration, deadline), created);
        };
    }

    private Endpoint registerWithAuraId(RegistrationInputs places, int created) {
        RegistrationReader reader = new RegistrationReader(places, clock);
        return inputs -> {
            AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
            Registration registration = reader.read(inputs);
            return deadline -> answer(byAuraId.register(auraId, registration, deadline), created);
        };
    }

    /**
     * What came of a registration.
     *
     * @param created status for a new user
     */
    public static Response answer(RegistrationOutcome outcome, int created) {
        return outcome.fold(
                user -> user(created, user),
                user -> user(FOUND, user),
                UserErrors.USER_CONFLICT::response,
                UserErrors.AUTHORIZATION_IN_USE::response);
    }

    private static Response user(int status, User user) {
        return Response.json(status, UserJson.of(user, false));
    }
}
