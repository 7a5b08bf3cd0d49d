package io.github.auraauth.app.django;

import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.domain.client.ClientDump;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a dump.
 *
 * @param leftOut objects by model that have no place here
 */
public record DjangoDump(AccountDump accounts, ClientDump clients, SortedMap<String, Integer> leftOut) {
    public DjangoDump {
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
