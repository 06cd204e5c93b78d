package org.kadam.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that has been taken: looked through before anything is made of it. */
final class BackupFile implements AutoCloseable {

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and compares every file in it with the manifest.
   *
   * @throws CannotBackup if it is none, or not whole
   */
  static BackupFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotBackup("There is no file " + file + ".");
    }
    ZipFile zip = zip(file);
    try {
      ZipEntry entry = zip.getEntry(Manifest.FILE);
      if (entry == null) {
        throw new CannotBackup(file + " is no backup of Kadam, or was not finished.");
      }
      String text;
      try (InputStream in = zip.getInputStream(entry)) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      BackupFile backup = new BackupFile(zip, Manifest.read(text));
      backup.check();
      return backup;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new CannotBackup(file + " is no whole ZIP file: " + e.getMessage(), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream rows(Manifest.Database database, Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.file(database));
    if (entry == null) {
      throw new CannotBackup("The backup lacks " + table.file(database) + ".");
    }
    return zip.getInputStream(entry);
  }

  private void check() throws IOException {
    for (Manifest.Database database : manifest.databases()) {
      for (Manifest.Table table : database.tables()) {
        Sum sum = new Sum(OutputStream.nullOutputStream());
        try (InputStream in = rows(database, table)) {
          in.transferTo(sum);
        } catch (IOException e) {
          throw new CannotBackup("The backup is damaged at " + table.file(database) + ".", e);
        }
        if (sum.count() != table.count()
            || !sum.bytes().equals(table.bytes())
            || !sum.rows().equals(table.rows())) {
          throw new CannotBackup("The backup is damaged at " + table.file(database) + ".");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
