/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.ohmnibus.embedded.EmbeddedStartException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** The secrets of one installation, made at the first start and kept beside its data. */
final class Installation {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties secrets = new Properties();

    private Installation(Path file) {
        this.file = file;
    }

    /** Reads the secrets under the data folder, and makes those that are missing. */
    static Installation open(Path data) {
        Installation installation = new Installation(data.resolve("installation.properties"));
        try {
            Files.createDirectories(data);
            if (Files.exists(installation.file)) {
                try (Reader reader = Files.newBufferedReader(installation.file)) {
                    installation.secrets.load(reader);
                }
            }
            return installation;
        } catch (IOException e) {
            throw new EmbeddedStartException("The folder " + data + " cannot be used: " + e, e);
        }
    }

    /** Goes into the hashes of station passwords. */
    String pepper() {
        return secret("station-password-pepper");
    }

    /** The secret of the client {@code ohmnibus-operator}. */
    String clientSecret() {
        return secret("client-secret");
    }

    /** The password of the person {@code operator}. */
    String operatorPassword() {
        return secret("operator-password");
    }

    /** The password of the certificate authority's key. */
    String authorityPassword() {
        return secret("authority-password");
    }

    /** A password of a demonstration station. */
    String stationPassword(String stationId) {
        return secret("station." + stationId);
    }

    /** The key that signs tokens; tokens outlive a restart because it does. */
    RSAKey signingKey() {
        try {
            return RSAKey.parse(kept("issuer-key", Installation::newKey));
        } catch (ParseException e) {
            throw new EmbeddedStartException("The key in " + file + " cannot be read: " + e, e);
        }
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(random(8)).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String secret(String name) {
        return kept(name, () -> random(16));
    }

    private synchronized String kept(String name, Supplier<String> maker) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = maker.get();
        secrets.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
                }
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, "Secrets of this installation of Ohmnibus");
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("The file " + file + " cannot be written: " + e, e);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
