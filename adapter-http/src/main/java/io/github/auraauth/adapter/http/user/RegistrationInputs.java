package io.github.auraauth.adapter.http.user;

import io.github.auraauth.front.definition.Input;

/** Where the data of a registration stand: in headers of a GET, or in the body of a POST. */
record RegistrationInputs(
        Input channelId,
        Input userId,
        Input authorizationId,
        Input authenticationType,
        Input authenticationIdentifier,
        Input idTokenHint,
        Input expiresAt) {
    static final RegistrationInputs HEADERS = new RegistrationInputs(
            Input.header("x-4p-channel-id"),
            Input.header("x-4p-user-id"),
            Input.header("x-4p-authorization-id"),
            Input.header("x-4p-authentication-type"),
            Input.header("x-4p-authentication-identifier"),
            Input.header("x-4p-id-token-hint"),
            Input.header("x-4p-expires-at"));

    static final RegistrationInputs BODY = new RegistrationInputs(
            Input.body("channelId"),
            Input.body("userId"),
            Input.body("authorizationId"),
            Input.body("authenticationType"),
            Input.body("authenticationIdentifier"),
            Input.body("idTokenHint"),
            Input.body("expiresAt"));
}
