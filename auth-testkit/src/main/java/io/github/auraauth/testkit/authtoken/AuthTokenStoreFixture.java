package io.github.auraauth.testkit.authtoken;

import static io.github.auraauth.testkit.internal.PortCalls.soon;

import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.testkit.OutageContract;

/** What the kits of auth tokens share: the store of the adapter under test. */
interface AuthTokenStoreFixture extends OutageContract {

    /** The store under test. */
    AuthTokenStore store();

    default AuthToken inserted(AuthToken token) {
        if (!store().insert(SampleAuthTokens.digest(token), token, soon())) {
            throw new AssertionError("the token was there before");
        }
        return token;
    }
}
