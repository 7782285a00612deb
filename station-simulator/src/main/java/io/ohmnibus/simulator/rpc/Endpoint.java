/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a station connects to, and how it presents itself there.
 *
 * @param uri the connection URL: the CSMS's URL with the percent-encoded station id (Part 4, 3.1.1)
 * @param authorization the value of the Authorization header; null sends none
 * @param subprotocols by preference, separated by commas
 * @param timeout for the TCP connection and again for the handshake
 * @param tls for wss
 */
public record Endpoint(
        URI uri,
        @Nullable String authorization,
        String subprotocols,
        Duration timeout,
        @Nullable SslContext tls) {

    /** The connection URL of a station. */
    public static URI connectionUrl(String csmsUrl, String stationId) {
        var encoded = URLEncoder.encode(stationId, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(csmsUrl.endsWith("/") ? csmsUrl + encoded : csmsUrl + "/" + encoded);
    }

    /** HTTP Basic with the station id as user (Part 2, A.1.3.2). */
    public static String basic(String stationId, String password) {
        var pair = (stationId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    boolean secure() {
        return "wss".equals(uri.getScheme());
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return secure() ? 443 : 80;
    }
}
