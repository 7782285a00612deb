/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.signing;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The algorithms that OCPP allows for signatures (Part 4, 7.3), named as in RFC 7518. */
public enum SigningAlgorithm {
    /** ECDSA on P-256 with SHA-256. */
    ES256("SHA256withECDSAinP1363Format"),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256("SHA256withRSA"),
    /** RSASSA-PKCS1-v1_5 with SHA-384. */
    RS384("SHA384withRSA");

    private static final int MIN_RSA_BITS = 2048;
    private static final ECParameterSpec P_256 = p256();

    private final String standardName;

    SigningAlgorithm(String standardName) {
        this.standardName = standardName;
    }

    static Optional<SigningAlgorithm> ofName(String name) {
        return Arrays.stream(values()).filter(value -> value.name().equals(name)).findFirst();
    }

    /** Whether the key is one for this algorithm: on P-256, or RSA of 2048 bits or more. */
    boolean fits(Key key) {
        return switch (key) {
            case ECKey ec when this == ES256 ->
                    ec.getParams().getCurve().equals(P_256.getCurve())
                            && ec.getParams().getGenerator().equals(P_256.getGenerator());
            case RSAKey rsa when this != ES256 -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            default -> false;
        };
    }

    Signature signature() throws NoSuchAlgorithmException {
        return Signature.getInstance(standardName);
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
