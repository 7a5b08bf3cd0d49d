package io.github.auraauth.front.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.HostPort;

/** IP addresses as text; no name is ever looked up. */
final class IpAddresses {
    private static final int NETWORK_BYTES = 8;
    private static final int V4_BYTES = 4;
    private static final int MOST_OF_OCTET = 255;
    private static final int MOST_DIGITS = 3;
    private static final Pattern VERSION_SIX = Pattern.compile("[0-9A-Fa-f:.]+");

    private IpAddresses() {}

    /** Under what the failures of an address count: one of version 6 by its network of 64 bits, which one caller may own. */
    static String network(String address) {
        return literal(address).map(IpAddresses::network).orElse(address);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }

    /**
     * The address that the text spells, in brackets or not; empty when it spells none. One of version 4 that is mapped
     * into version 6 is that of version 4.
     */
    static Optional<InetAddress> literal(String given) {
        boolean inBrackets = given.startsWith("[") && given.endsWith("]");
        String text = inBrackets ? given.substring(1, given.length() - 1) : given;
        return text.indexOf(':') < 0 ? versionFour(text) : versionSix(text);
    }

    /** The same for a text that may have a port behind the address; one of version 6 is in brackets then. */
    static Optional<InetAddress> literalWithPort(String text) {
        try {
            return Optional.ofNullable(new HostPort(text).getHost()).flatMap(IpAddresses::literal);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Four numbers, none of them with a zero in front: some would read that as octal. */
    private static Optional<InetAddress> versionFour(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != V4_BYTES) {
            return Optional.empty();
        }
        byte[] octets = new byte[V4_BYTES];
        for (int i = 0; i < V4_BYTES; i++) {
            int octet = octet(parts[i]);
            if (octet < 0 || octet > MOST_OF_OCTET) {
                return Optional.empty();
            }
            octets[i] = (byte) octet;
        }
        try {
            return Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are always an address", e);
        }
    }

    /** A number of one to three digits without a zero before it; -1 for anything else. */
    private static int octet(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || text.length() > 1 && text.charAt(0) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** In brackets it is a literal to the JDK, or an error; without, it might be a name. */
    @SuppressWarnings("AddressSelection") // a literal has one address, and no name is looked up
    private static Optional<InetAddress> versionSix(String text) {
        if (!VERSION_SIX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName('[' + text + ']'));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
