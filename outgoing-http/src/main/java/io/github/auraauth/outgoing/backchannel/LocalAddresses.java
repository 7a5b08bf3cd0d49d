package io.github.auraauth.outgoing.backchannel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of this machine and its nearest neighbours, among them what clouds tell their machines at: nothing that others
 * name is sent there. Where an IPv6 address stands for one of IPv4, that one counts too.
 */
final class LocalAddresses {
    private static final HexFormat HEX = HexFormat.of();

    /** Those that are not link-local, as most are. */
    private static final Set<String> METADATA = Set.of(
            "a83f8110", // Azure, 168.63.129.16
            "646464c8", // Alibaba, 100.100.100.200
            "fd000100000000000000000001000200", // Alibaba
            "fd000ec2000000000000000000000254", // Amazon
            "fd000ec2000000000000000000000023", // Amazon's credentials of pods
            "fd2000ce000000000000000000000254", // Google
            "fd00a9fea9fe00000000000000000001", // Akamai
            "c00000c0", // Oracle, 192.0.0.192
            "fd0000c10000000000000000a9fea9fe", // Oracle
            "fd000042000000000000000000000042"); // Scaleway

    private static final String BROADCAST = "ffffffff";

    private LocalAddresses() {}

    /** Whether the address is one of them. */
    static boolean contain(InetAddress address) {
        return isLocal(address)
                || embedded(address).filter(LocalAddresses::isLocal).isPresent();
    }

    private static boolean isLocal(InetAddress address) {
        String hex = HEX.formatHex(address.getAddress());
        boolean thisNetwork = address instanceof Inet4Address && hex.startsWith("00");
        boolean translated = hex.startsWith("0064ff9b0001"); // RFC 8215: where to, only the network knows
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || thisNetwork
                || translated
                || hex.equals(BROADCAST)
                || METADATA.contains(hex)
                || isOfThisMachine(address);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /**
     * The IPv4 address that an IPv6 address stands for: mapped and compatible (RFC 4291, section 2.5.5), translated (RFC
     * 7915), NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380), ISATAP (RFC 5214).
     */
    private static Optional<InetAddress> embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        String hex = HEX.formatHex(bytes);
        if (hex.startsWith("2002")) {
            return ipv4(bytes, 2, 0);
        }
        if (hex.startsWith("20010000")) {
            return ipv4(bytes, 12, 0xFF);
        }
        boolean last = hex.startsWith("0".repeat(24))
                || hex.startsWith("0".repeat(20) + "ffff")
                || hex.startsWith("0".repeat(16) + "ffff0000")
                || hex.startsWith("0064ff9b" + "0".repeat(16))
                || hex.startsWith("00005efe", 16)
                || hex.startsWith("02005efe", 16);
        return last ? ipv4(bytes, 12, 0) : Optional.empty();
    }

    private static Optional<InetAddress> ipv4(byte[] bytes, int offset, int mask) {
        byte[] four = Arrays.copyOfRange(bytes, offset, offset + 4);
        for (int i = 0; i < four.length; i++) {
            four[i] ^= (byte) mask;
        }
        try {
            return Optional.of(InetAddress.getByAddress(four));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
