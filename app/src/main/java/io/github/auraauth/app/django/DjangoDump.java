package io.github.auraauth.app.django;

import io.github.auraauth.domain.accountimport.AccountDump;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dump holds.
 *
 * @param notYet objects by model that belong to accounts and have no place here yet: clients and keys of OpenID
 * @param leftOut objects by model that have nothing to do with accounts
 */
public record DjangoDump(AccountDump accounts, SortedMap<String, Integer> notYet, SortedMap<String, Integer> leftOut) {
    public DjangoDump {
        notYet = copy(notYet);
        leftOut = copy(leftOut);
    }

    /**
     * Reads a dump.
     *
     * @throws UnreadableDumpException when the file is none
     */
    public static DjangoDump read(InputStream in) throws IOException, UnreadableDumpException {
        return new DumpReader(DumpParser.parse(in)).read();
    }

    private static SortedMap<String, Integer> copy(Map<String, Integer> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
