/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;

/**
 * A ClientHello written byte by byte, for versions, suites and compression that no library offers
 * any more, and what the server answers.
 */
final class TlsHello {

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;

    /**
     * The answer: a ServerHello with version, suite and compression; or an alert with its
     * description, -1 when the connection was just closed.
     */
    record Answer(boolean accepted, int version, int suite, int compression, int alert) {}

    private TlsHello() {}

    /** Offers one version before 1.3, one suite and these compression methods. */
    static Answer send(int port, int version, int suite, int... compressions) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(record(hello(version, suite, compressions)));
            return answer(new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for records of at most 1 KiB (RFC 6066, 4); whether the server agrees. */
    static boolean smallRecords(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            Bytes wish = new Bytes().u16(1).u16(1).u8(2);
            socket.getOutputStream().write(record(hello(0x0303, 0xc02b, wish, 0)));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            if (!answer(in).accepted()) {
                return false;
            }
            byte[] extensions = in.readNBytes(in.readUnsignedShort());
            return HexFormat.of().formatHex(extensions).contains("0001000102");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hello(int version, int suite, int... compressions) {
        return hello(version, suite, new Bytes(), compressions);
    }

    private static byte[] hello(int version, int suite, Bytes more, int... compressions) {
        Bytes body = new Bytes();
        body.u16(version);
        for (int i = 0; i < 32; i++) {
            body.u8(i); // random
        }
        body.u8(0); // no session
        body.u16(2).u16(suite);
        body.u8(compressions.length);
        for (int method : compressions) {
            body.u8(method);
        }
        Bytes extensions = new Bytes();
        extensions.u16(10).u16(6).u16(4).u16(23).u16(24); // secp256r1, secp384r1
        extensions.u16(11).u16(2).u8(1).u8(0); // uncompressed points
        extensions.u16(13).u16(12).u16(10); // signature algorithms
        extensions.u16(0x0403).u16(0x0503).u16(0x0401).u16(0x0804).u16(0x0501);
        extensions.u16(0xff01).u16(1).u8(0); // renegotiation info
        extensions.all(more);
        body.u16(extensions.size()).all(extensions);
        Bytes message = new Bytes();
        message.u8(1).u8(0).u16(body.size()).all(body);
        return message.toByteArray();
    }

    private static byte[] record(byte[] message) {
        Bytes record = new Bytes();
        record.u8(HANDSHAKE).u16(0x0301).u16(message.length);
        record.writeBytes(message);
        return record.toByteArray();
    }

    private static Answer answer(DataInputStream in) throws IOException {
        try {
            int type = in.readUnsignedByte();
            in.skipNBytes(4);
            if (type == ALERT) {
                in.readUnsignedByte();
                return new Answer(false, 0, 0, 0, in.readUnsignedByte());
            }
            in.skipNBytes(4); // type and length of the message
            int version = in.readUnsignedShort();
            in.skipNBytes(32);
            in.skipNBytes(in.readUnsignedByte());
            return new Answer(true, version, in.readUnsignedShort(), in.readUnsignedByte(), 0);
        } catch (EOFException | SocketException _) {
            return new Answer(false, 0, 0, 0, -1);
        }
    }

    private static final class Bytes extends ByteArrayOutputStream {

        Bytes u8(int value) {
            write(value);
            return this;
        }

        Bytes u16(int value) {
            write(value >> 8);
            write(value);
            return this;
        }

        Bytes all(Bytes other) {
            writeBytes(other.toByteArray());
            return this;
        }
    }
}
