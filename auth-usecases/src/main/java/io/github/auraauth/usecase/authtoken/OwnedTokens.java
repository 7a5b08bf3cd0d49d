package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import io.github.auraauth.usecase.account.AccountReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds whose tokens are. */
final class OwnedTokens {
    private OwnedTokens() {}

    /** Those whose owners are there, with their names. */
    static List<OwnedToken> of(List<AuthToken> found, AccountReader accounts, Deadline deadline) {
        Map<AccountId, Optional<Username>> names = new HashMap<>();
        List<OwnedToken> owned = new ArrayList<>();
        for (AuthToken token : found) {
            names.computeIfAbsent(
                            token.account(),
                            id -> accounts.find(id, deadline)
                                    .map(details -> details.account().username()))
                    .ifPresent(name -> owned.add(new OwnedToken(token, name)));
        }
        return owned;
    }
}
