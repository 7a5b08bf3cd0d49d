package io.github.auraauth.adapter.http.users;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import java.time.InstantSource;
import java.util.Map;

/** The operations that register a user: by headers, which answer 200, and by a body, which answer 201 for a new one. */
public final class RegisteringEndpoints {
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    private final Users users;
    private final InstantSource clock;

    public RegisteringEndpoints(Users users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "registerUser", register(RegistrationNames.HEADERS, FOUND),
                "registerUserByBody", register(RegistrationNames.MEMBERS, CREATED),
                "registerUserWithAuraId", registerWithAuraId(RegistrationNames.HEADERS, FOUND),
                "registerUserWithAuraIdByBody", registerWithAuraId(RegistrationNames.MEMBERS, CREATED));
    }

    private Endpoint register(RegistrationNames names, int created) {
        RegistrationReader reader = new RegistrationReader(names, clock);
        return inputs -> {
            Registration registration = reader.read(inputs);
            return deadline -> answer(users.register(registration, deadline), created);
        };
    }

    private Endpoint registerWithAuraId(RegistrationNames names, int created) {
        RegistrationReader reader = new RegistrationReader(names, clock);
        return inputs -> {
            AuraId auraId = inputs.required("auraId", AuraId::parse);
            Registration registration = reader.read(inputs);
            return deadline -> answer(users.registerWithAuraId(auraId, registration, deadline), created);
        };
    }

    static Answer answer(RegistrationOutcome outcome, int created) {
        return outcome.fold(
                user -> user(created, user),
                user -> user(FOUND, user),
                ErrorCode.USER_CONFLICT::answer,
                ErrorCode.AUTHORIZATION_IN_USE::answer);
    }

    private static Answer user(int status, User user) {
        return Answer.json(status, UserJson.of(user, false));
    }
}
