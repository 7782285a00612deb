/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import io.netty.buffer.ByteBuf;
import java.util.HashSet;
import java.util.Set;

/**
 * What a station offers at the start of TLS (RFC 8446, 4.1.2), as far as it tells which of our
 * certificates it can check.
 *
 * @param versions protocol versions, such as 0x0303 for TLS 1.2
 * @param suites cipher suites
 * @param signatures signature algorithms; empty when it does not say
 * @param smallRecords whether it asks for shorter records (RFC 6066, 4)
 */
record ClientHello(
        Set<Integer> versions, Set<Integer> suites, Set<Integer> signatures, boolean smallRecords) {

    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_FRAGMENT_LENGTH = 1;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;

    /** TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 and TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384. */
    private static final Set<Integer> ECDSA_SUITES = Set.of(0xc02b, 0xc02c);

    /** ecdsa_secp256r1_sha256, ecdsa_secp384r1_sha384, ecdsa_secp521r1_sha512. */
    private static final Set<Integer> ECDSA_SIGNATURES = Set.of(0x0403, 0x0503, 0x0603);

    /** Reads the body of the message; the buffer is left as it was. */
    static ClientHello parse(ByteBuf message) {
        ByteBuf in = message.slice();
        int legacyVersion = in.readUnsignedShort();
        in.skipBytes(RANDOM_BYTES);
        in.skipBytes(in.readUnsignedByte());
        Set<Integer> suites = numbers(in.readSlice(in.readUnsignedShort()));
        in.skipBytes(in.readUnsignedByte());
        Set<Integer> versions = Set.of(legacyVersion);
        Set<Integer> signatures = Set.of();
        boolean smallRecords = false;
        ByteBuf extensions =
                in.isReadable(2) ? in.readSlice(in.readUnsignedShort()) : in.readSlice(0);
        while (extensions.isReadable(4)) {
            int type = extensions.readUnsignedShort();
            ByteBuf body = extensions.readSlice(extensions.readUnsignedShort());
            if (type == SIGNATURE_ALGORITHMS) {
                signatures = numbers(body.readSlice(body.readUnsignedShort()));
            } else if (type == SUPPORTED_VERSIONS) {
                versions = numbers(body.readSlice(body.readUnsignedByte()));
            } else if (type == MAX_FRAGMENT_LENGTH) {
                smallRecords = true;
            }
        }
        return new ClientHello(versions, suites, signatures, smallRecords);
    }

    private static Set<Integer> numbers(ByteBuf in) {
        Set<Integer> numbers = new HashSet<>();
        while (in.isReadable(2)) {
            numbers.add(in.readUnsignedShort());
        }
        return numbers;
    }

    /** Whether it speaks a version that is allowed (A00.FR.313, A00.FR.416). */
    boolean newEnough() {
        return versions.contains(TLS_1_3) || versions.contains(TLS_1_2);
    }

    /** Whether it can check a certificate with an EC key. */
    boolean knowsEcdsa() {
        boolean signs =
                signatures.isEmpty() || signatures.stream().anyMatch(ECDSA_SIGNATURES::contains);
        return signs
                && (versions.contains(TLS_1_3) || suites.stream().anyMatch(ECDSA_SUITES::contains));
    }
}
