package io.github.auraauth.usecase.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Under which name the failures of an address are counted. */
final class SourceGroup {
    private static final int NETWORK_BYTES = 8;

    private SourceGroup() {}

    /** An address of version 6 gives its network's first 64 bits, any other text itself. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // a text with a colon is never looked up as a name
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 2 * NETWORK_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
