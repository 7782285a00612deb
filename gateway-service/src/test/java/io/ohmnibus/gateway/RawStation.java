/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;

/** A WebSocket client on a bare socket, for tests of what a library would hide or forbid. */
final class RawStation implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int TIMEOUT_MILLIS = 15_000;

    record Frame(int opcode, byte[] payload) {

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private String responseHead = "";

    private RawStation(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends a handshake with these further header lines and reads the head of the answer. */
    static RawStation handshake(int port, String path, String... headers) {
        try {
            return handshake(new Socket(InetAddress.getLoopbackAddress(), port), path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same over a socket of the caller, such as one with TLS. */
    static RawStation handshake(Socket socket, String path, String... headers) {
        try {
            RawStation station = new RawStation(socket);
            List<String> lines = new ArrayList<>();
            lines.add("GET " + path + " HTTP/1.1");
            lines.add("Host: localhost");
            lines.add("Upgrade: websocket");
            lines.add("Connection: Upgrade");
            lines.add("Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==");
            lines.add("Sec-WebSocket-Version: 13");
            lines.addAll(List.of(headers));
            String request = String.join("\r\n", lines) + "\r\n\r\n";
            station.out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            station.responseHead = station.head();
            return station;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A socket over which nothing has been sent yet. */
    static RawStation over(Socket socket) throws IOException {
        return new RawStation(socket);
    }

    static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.readUnsignedByte();
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The content of a compressed message (RFC 7692, 7.2.1). */
    static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            byte[] out = new byte[content.length + 64];
            int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(out, length - 4);
        }
    }

    String responseHead() {
        return responseHead;
    }

    int status() {
        return Integer.parseInt(responseHead.substring(9, 12));
    }

    void text(String text) {
        frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Writes a frame whose first byte, with FIN and RSV bits, is given. */
    void frame(int first, byte[] payload, boolean masked) {
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            int mask = masked ? 0x80 : 0;
            if (payload.length < 126) {
                frame.write(mask | payload.length);
            } else if (payload.length < 65536) {
                frame.write(mask | 126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(mask | 127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >> shift));
                }
            }
            if (masked) {
                frame.write(new byte[4]); // a key of zeros changes nothing
            }
            frame.write(payload);
            out.write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side closed the connection; waits for it. */
    boolean closed() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /** Writes bytes as they are. */
    void raw(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    Socket socket() {
        return socket;
    }

    /** The next frame that is not a ping; pings are answered. */
    Frame read() {
        while (true) {
            Frame frame = readAny();
            if (frame.opcode() != PING) {
                return frame;
            }
            frame(0x80 | PONG, frame.payload(), true);
        }
    }

    /** The next frame, whatever it is. */
    Frame readAny() {
        try {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Frame(opcode, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text frame and reads the answer. */
    String ask(String text) {
        text(text);
        return read().text();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
