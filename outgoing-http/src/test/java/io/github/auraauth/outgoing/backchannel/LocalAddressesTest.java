package io.github.auraauth.outgoing.backchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.0.1",
                "169.254.169.254",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "fe80::a9fe:a9fe",
                "ff02::1",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254",
                "fd00:c1::a9fe:a9fe",
                "fd00:100::100:200",
                "fd00:42::42",
                "fd00:a9fe:a9fe::1",
                "::ffff:168.63.129.16",
                "64:ff9b::168.63.129.16",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "::7f00:1",
                "::ffff:0:127.0.0.1",
                "::ffff:0:a9fe:a9fe",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::",
                "64:ff9b:1::1",
                "64:ff9b:1:7f00:0:100::",
                "2002:7f00:1::",
                "2002:a9fe:a9fe:1::1",
                "2002:0:0::1",
                "2002:e000:1::1",
                "2001:0:1:2:3:4:80ff:fffe",
                "2001:0:1:2:3:4:5601:5601",
                "2001:db8::5efe:127.0.0.1",
                "2001:db8::200:5efe:169.254.169.254"
            })
    void contain_loopbackOrNeighbourInAnyForm_isTrue(String literal) throws UnknownHostException {
        assertThat(LocalAddresses.contain(InetAddress.getByName(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7",
                "1.0.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "223.255.255.255",
                "10.255.0.9",
                "192.168.255.9",
                "172.16.255.9",
                "100.100.100.201",
                "168.63.129.15",
                "168.63.129.17",
                "fd20:ce::253",
                "255.255.255.254",
                "2001:db8::1",
                "2606:4700::7f00:1",
                "fd00:ec2::253",
                "fec0::1",
                "::ffff:192.0.2.7",
                "64:ff9b::192.0.2.7",
                "64:ff9c::7f00:1",
                "2002:c000:207::7f00:1",
                "2001:0:7f00:1:3:4:3fff:fdf8",
                "2001:1::80ff:fffe",
                "2001:db8::5eff:127.0.0.1"
            })
    void contain_addressOfSomebodyElse_isFalse(String literal) throws UnknownHostException {
        assertThat(LocalAddresses.contain(InetAddress.getByName(literal))).isFalse();
    }

    @Test
    void contain_everyAddressOfThisMachine_isTrue() throws SocketException {
        List<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
        assertThat(own).isNotEmpty().allMatch(LocalAddresses::contain);
    }
}
