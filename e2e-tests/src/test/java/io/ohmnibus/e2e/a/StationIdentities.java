/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.rest;

import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.simulator.security.Identity;
import io.ohmnibus.simulator.security.SigningRequest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates of stations, signed by the authority of the platform behind its back. */
public final class StationIdentities {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private StationIdentities() {}

    /** One that ends then. */
    static Identity until(String station, Instant end) {
        return signed(station, end, authority().key());
    }

    /** One that somebody signed in the name of the authority, or stations would not show it. */
    static Identity forged(String station) {
        Instant end = Instant.now().plus(Duration.ofDays(300));
        return signed(station, end, SigningRequest.ellipticKeys().getPrivate());
    }

    private static Identity signed(String station, Instant end, PrivateKey by) {
        KeyPair keys = SigningRequest.ellipticKeys();
        try {
            X509Certificate certificate =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    new JcaX509v3CertificateBuilder(
                                                    authority().certificate(),
                                                    new BigInteger(
                                                            100, ThreadLocalRandom.current()),
                                                    Date.from(Instant.now().minusSeconds(86_400)),
                                                    Date.from(end),
                                                    new X500Principal(
                                                            "CN=" + station + ",O=Ohmnibus"),
                                                    keys.getPublic())
                                            .build(
                                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                                            .build(by)));
            return new Identity(keys.getPrivate(), List.of(certificate));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A station of security profile 3, registered but without a certificate. */
    static StationBuilder registered(OcppVersion version) {
        String id = "CERT-" + NUMBER.incrementAndGet();
        rest().post("station/stations", "{\"stationId\": \"" + id + "\", \"securityProfile\": 3}")
                .expect(201);
        int port = RunningPlatform.platform().settings().stationsMutualTls();
        return Station.builder(id)
                .version(version)
                .url("wss://localhost:" + port + "/ocpp")
                .trust(RunningPlatform.root());
    }

    /** A station of security profile 3 with a certificate in the name of its identity. */
    public static StationBuilder certified(OcppVersion version) {
        StationBuilder builder = registered(version);
        String id;
        try (Station unconnected = builder.build()) {
            id = unconnected.id();
        }
        Identity own = until(id, Instant.now().plus(Duration.ofDays(300)));
        rest().post("auth/stations/" + id + "/certificates", json(own)).expect(201);
        return builder.identity(own);
    }

    private static Identity authority() {
        Path data = RunningPlatform.platform().settings().data();
        Properties secrets = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve("installation.properties"))) {
            secrets.load(in);
            return Identity.ofPkcs12(
                    data.resolve("pki").resolve("authority.p12"),
                    secrets.getProperty("authority-password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON for {@code POST /stations/{id}/certificates}. */
    static String json(Identity identity) {
        try (StringWriter text = new StringWriter();
                JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(identity.certificate());
            pem.flush();
            return "{\"certificate\": \"" + text.toString().replace("\n", "\\n") + "\"}";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
