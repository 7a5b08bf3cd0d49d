package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of one's own tokens. */
final class TokenTable {
    private static final int MOST_NAMED = 4;

    private final Site site;
    private final InstantSource clock;

    TokenTable(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    Table of(List<OwnedToken> tokens, Optional<Table.Pager> pager, Texts texts) {
        List<List<Cell>> rows = tokens.stream()
                .map(OwnedToken::token)
                .map(token -> List.of(
                        Cell.of(token.name().value()),
                        Cell.of(carried(token.permissions(), texts)),
                        end(token, texts),
                        used(token, texts),
                        token.withdrawn()
                                ? Cell.of(texts.account("tokens.withdrawn"), Tone.BAD)
                                : Cell.link(texts.account("tokens.revoke"), site.path(path(token)))))
                .toList();
        return new Table(
                texts.account("tokens.title"),
                List.of(
                        texts.account("tokens.name"),
                        texts.account("tokens.carried"),
                        texts.account("tokens.end"),
                        texts.account("tokens.used"),
                        ""),
                rows,
                texts.account("tokens.none"),
                pager);
    }

    static String path(AuthToken token) {
        return TokenPageEndpoints.PATH + '/' + token.id().value() + "/revoke";
    }

    Cell end(AuthToken token, Texts texts) {
        return token.times()
                .expiresAt()
                .map(end -> clock.instant().isBefore(end)
                        ? site.moment(end, texts)
                        : Cell.of(texts.account("tokens.ended"), Tone.BAD))
                .orElseGet(() -> Cell.of(texts.account("tokens.endless")));
    }

    Cell used(AuthToken token, Texts texts) {
        return token.times()
                .lastUsedAt()
                .map(time -> site.moment(time, texts))
                .orElseGet(() -> Cell.of(texts.account("tokens.unused"), Tone.QUIET));
    }

    /** Few are named, of more it is said how many there are. */
    static String carried(Optional<Set<Permission>> permissions, Texts texts) {
        if (permissions.isEmpty()) {
            return texts.account("tokens.all");
        }
        Set<Permission> carried = permissions.get();
        if (carried.isEmpty()) {
            return texts.account("tokens.nothing");
        }
        String named = carried.stream()
                .sorted()
                .limit(MOST_NAMED)
                .map(Permission::codeName)
                .collect(Collectors.joining(", "));
        return carried.size() <= MOST_NAMED
                ? named
                : Texts.filled(
                        texts.account("tokens.several"),
                        Map.of("named", named, "more", Integer.toString(carried.size() - MOST_NAMED)));
    }
}
