/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.platform;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does when a person signs in at the embedded issuer. */
final class SignIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final String issuer;
    private final String back;

    SignIn() {
        this.issuer = platform().issuerUri();
        this.back = "http://localhost:" + platform().settings().http() + "/signed-in";
    }

    /** The access token of a person. */
    String as(String person, String password) throws Exception {
        String code = code(person, password);
        assertThat(code).isNotNull();
        HttpResponse<String> answer = exchange(String.valueOf(code), verifier);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    /** The code that the browser is sent back with; null when the person is not let in. */
    @Nullable String code(String person, String password)
            throws IOException, InterruptedException, GeneralSecurityException {
        URI start = authorization();
        assertThat(location(get(start))).endsWith("/login");
        Matcher csrf = CSRF.matcher(get(URI.create(issuer + "/login")).body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> login =
                post(
                        "/login",
                        Map.of(
                                "username", person,
                                "password", password,
                                "_csrf", csrf.group(1)));
        if (location(login).contains("error")) {
            return null;
        }
        Matcher code = CODE.matcher(location(get(URI.create(location(login)))));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Asks for a token with a code. */
    HttpResponse<String> exchange(String code, String codeVerifier)
            throws IOException, InterruptedException {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "ohmnibus-people",
                        "redirect_uri", back,
                        "code", code,
                        "code_verifier", codeVerifier));
    }

    private URI authorization() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return URI.create(
                issuer
                        + "/oauth2/authorize?"
                        + form(
                                Map.of(
                                        "response_type", "code",
                                        "client_id", "ohmnibus-people",
                                        "redirect_uri", back,
                                        "state", "s1",
                                        "code_challenge_method", "S256",
                                        "code_challenge",
                                                Base64.getUrlEncoder()
                                                        .withoutPadding()
                                                        .encodeToString(hash))));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
