/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Revocation lists, from disk and from the places that certificates name. */
final class RevocationLists {

    private static final Logger log = LoggerFactory.getLogger(RevocationLists.class);
    private static final int PLACES = 200;

    private record FromDisk(FileTime modified, List<X509CRL> lists) {}

    private final List<Path> files;
    private final AuthorityClient client;
    private final Map<Path, FromDisk> onDisk = new ConcurrentHashMap<>();
    private final Cache<URI, List<X509CRL>> fetched;

    RevocationLists(List<Path> files, AuthorityClient client, Duration cache) {
        this.files = files;
        this.client = client;
        this.fetched = Caffeine.newBuilder().expireAfterWrite(cache).maximumSize(PLACES).build();
    }

    /** Lists on disk that this authority signed. */
    List<X509CRL> onDisk(X500Principal issuer) {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files) {
            try {
                lists.addAll(read(file));
            } catch (IOException | GeneralSecurityException e) {
                log.error("Revocation list {} cannot be read: {}", file, e.toString());
            }
        }
        lists.removeIf(list -> !list.getIssuerX500Principal().equals(issuer));
        return lists;
    }

    private List<X509CRL> read(Path file) throws IOException, GeneralSecurityException {
        FileTime modified = Files.getLastModifiedTime(file);
        FromDisk known = onDisk.get(file);
        if (known != null && known.modified().equals(modified)) {
            return known.lists();
        }
        FromDisk read = new FromDisk(modified, parse(Files.readAllBytes(file)));
        onDisk.put(file, read);
        return read.lists();
    }

    /** The lists at that place, as they were there not long ago. */
    List<X509CRL> at(URI place) throws IOException, GeneralSecurityException {
        List<X509CRL> known = fetched.getIfPresent(place);
        if (known != null) {
            return known;
        }
        List<X509CRL> lists = parse(client.get(place));
        fetched.put(place, lists);
        return lists;
    }

    /** Asks there anew the next time. */
    void forget(URI place) {
        fetched.invalidate(place);
    }

    private static List<X509CRL> parse(byte[] bytes) throws GeneralSecurityException {
        Collection<? extends CRL> lists =
                CertificateFactory.getInstance("X.509")
                        .generateCRLs(new ByteArrayInputStream(bytes));
        return lists.stream().map(X509CRL.class::cast).toList();
    }
}
