/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import io.ohmnibus.platform.web.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What must be equal in two requests for the second to be a repetition.
 *
 * @param path with the query
 * @param bodyHash SHA-256
 */
record KeyedRequest(Caller caller, String key, String method, String path, byte[] bodyHash) {

    static KeyedRequest of(Caller caller, String key, ServerHttpRequest request, byte[] body) {
        String query = request.getURI().getRawQuery();
        String path = request.getURI().getRawPath() + (query == null ? "" : "?" + query);
        return new KeyedRequest(caller, key, request.getMethod().name(), path, sha256(body));
    }

    /** Where the answer belongs. */
    String place() {
        return caller.tenant() + " " + caller.subject() + " " + key;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
