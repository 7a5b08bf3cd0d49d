package io.github.auraauth.adapter.http.users;

/** What the data of a registration are called: in the header of a GET, or in the body of a POST. */
enum RegistrationNames {
    HEADERS(
            "x-4p-channel-id",
            "x-4p-user-id",
            "x-4p-authorization-id",
            "x-4p-authentication-type",
            "x-4p-authentication-identifier",
            "x-4p-id-token-hint",
            "x-4p-expires-at"),
    MEMBERS(
            "channelId",
            "userId",
            "authorizationId",
            "authenticationType",
            "authenticationIdentifier",
            "idTokenHint",
            "expiresAt");

    final String channelId;
    final String userId;
    final String authorizationId;
    final String authenticationType;
    final String authenticationIdentifier;
    final String idTokenHint;
    final String expiresAt;

    RegistrationNames(
            String channelId,
            String userId,
            String authorizationId,
            String authenticationType,
            String authenticationIdentifier,
            String idTokenHint,
            String expiresAt) {
        this.channelId = channelId;
        this.userId = userId;
        this.authorizationId = authorizationId;
        this.authenticationType = authenticationType;
        this.authenticationIdentifier = authenticationIdentifier;
        this.idTokenHint = idTokenHint;
        this.expiresAt = expiresAt;
    }
}
