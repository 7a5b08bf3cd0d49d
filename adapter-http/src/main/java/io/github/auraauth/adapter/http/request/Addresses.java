package io.github.auraauth.adapter.http.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;

/** IP addresses as text; no name is ever looked up. */
final class Addresses {
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** Under what the failures of an address count: one of version 6 by its network of 64 bits, which one caller may own. */
    static String network(String address) {
        return literal(address)
                .filter(Inet6Address.class::isInstance)
                .map(v6 -> HexFormat.of().formatHex(v6.getAddress(), 0, NETWORK_BYTES))
                .orElse(address);
    }

    /** The address that the text spells, in brackets or not; empty when it spells none. */
    @SuppressWarnings("AddressSelection") // a literal has one address, and no name is looked up
    static Optional<InetAddress> literal(String given) {
        boolean inBrackets = given.startsWith("[") && given.endsWith("]");
        String text = inBrackets ? given.substring(1, given.length() - 1) : given;
        boolean v6 = text.indexOf(':') >= 0;
        boolean wellFormed = !text.isEmpty()
                && text.chars().allMatch(c -> c == '.' || (v6 ? c == ':' || Character.digit(c, 16) >= 0 : isDigit(c)))
                && (v6 || text.chars().filter(c -> c == '.').count() == 3);
        if (!wellFormed) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
