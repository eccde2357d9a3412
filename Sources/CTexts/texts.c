// SPDX-License-Identifier: MIT
#include "CTexts.h"
#include <string.h>

// A name, and the bytes that `#embed` puts between the two.
#define TEXT(name) {name, (const unsigned char[]){
#define END , 0}},

static const struct {
  const char *name;
  const unsigned char *bytes;
} texts[] = {
  TEXT("codes.txt")
#embed "../CVDiagnostics/Explanations/codes.txt"
  END
  TEXT("ar.txt")
#embed "../CVReaders/Words/Lists/ar.txt"
  END
  TEXT("cs.txt")
#embed "../CVReaders/Words/Lists/cs.txt"
  END
  TEXT("de.txt")
#embed "../CVReaders/Words/Lists/de.txt"
  END
  TEXT("en.txt")
#embed "../CVReaders/Words/Lists/en.txt"
  END
  TEXT("es.txt")
#embed "../CVReaders/Words/Lists/es.txt"
  END
  TEXT("fr.txt")
#embed "../CVReaders/Words/Lists/fr.txt"
  END
  TEXT("he.txt")
#embed "../CVReaders/Words/Lists/he.txt"
  END
  TEXT("hi.txt")
#embed "../CVReaders/Words/Lists/hi.txt"
  END
  TEXT("it.txt")
#embed "../CVReaders/Words/Lists/it.txt"
  END
  TEXT("ja.txt")
#embed "../CVReaders/Words/Lists/ja.txt"
  END
  TEXT("ko.txt")
#embed "../CVReaders/Words/Lists/ko.txt"
  END
  TEXT("networks.txt")
#embed "../CVReaders/Words/Lists/networks.txt"
  END
  TEXT("nl.txt")
#embed "../CVReaders/Words/Lists/nl.txt"
  END
  TEXT("pl.txt")
#embed "../CVReaders/Words/Lists/pl.txt"
  END
  TEXT("places.txt")
#embed "../CVReaders/Words/Lists/places.txt"
  END
  TEXT("pt.txt")
#embed "../CVReaders/Words/Lists/pt.txt"
  END
  TEXT("residue.txt")
#embed "../CVReaders/Words/Lists/residue.txt"
  END
  TEXT("ru.txt")
#embed "../CVReaders/Words/Lists/ru.txt"
  END
  TEXT("tr.txt")
#embed "../CVReaders/Words/Lists/tr.txt"
  END
  TEXT("zh.txt")
#embed "../CVReaders/Words/Lists/zh.txt"
  END
  TEXT("ar.yaml")
#embed "../CVSettings/Locales/ar.yaml"
  END
  TEXT("de.yaml")
#embed "../CVSettings/Locales/de.yaml"
  END
  TEXT("en-GB.yaml")
#embed "../CVSettings/Locales/en-GB.yaml"
  END
  TEXT("en-US.yaml")
#embed "../CVSettings/Locales/en-US.yaml"
  END
  TEXT("en.yaml")
#embed "../CVSettings/Locales/en.yaml"
  END
  TEXT("es.yaml")
#embed "../CVSettings/Locales/es.yaml"
  END
  TEXT("fr.yaml")
#embed "../CVSettings/Locales/fr.yaml"
  END
  TEXT("he.yaml")
#embed "../CVSettings/Locales/he.yaml"
  END
  TEXT("hi.yaml")
#embed "../CVSettings/Locales/hi.yaml"
  END
  TEXT("it.yaml")
#embed "../CVSettings/Locales/it.yaml"
  END
  TEXT("ja.yaml")
#embed "../CVSettings/Locales/ja.yaml"
  END
  TEXT("ko.yaml")
#embed "../CVSettings/Locales/ko.yaml"
  END
  TEXT("nl.yaml")
#embed "../CVSettings/Locales/nl.yaml"
  END
  TEXT("pl.yaml")
#embed "../CVSettings/Locales/pl.yaml"
  END
  TEXT("pt-BR.yaml")
#embed "../CVSettings/Locales/pt-BR.yaml"
  END
  TEXT("pt.yaml")
#embed "../CVSettings/Locales/pt.yaml"
  END
  TEXT("ru.yaml")
#embed "../CVSettings/Locales/ru.yaml"
  END
  TEXT("tr.yaml")
#embed "../CVSettings/Locales/tr.yaml"
  END
  TEXT("zh-Hans.yaml")
#embed "../CVSettings/Locales/zh-Hans.yaml"
  END
  TEXT("zh-Hant.yaml")
#embed "../CVSettings/Locales/zh-Hant.yaml"
  END
  TEXT("apa.yaml")
#embed "../CVSettings/References/apa.yaml"
  END
  TEXT("chicago.yaml")
#embed "../CVSettings/References/chicago.yaml"
  END
  TEXT("ieee.yaml")
#embed "../CVSettings/References/ieee.yaml"
  END
  TEXT("profile.md")
#embed "../CVCompiler/Starter/profile.md"
  END
};

const unsigned char *embedded_text(const char *name, size_t *count) {
  for (size_t number = 0; number < sizeof texts / sizeof *texts; number++) {
    if (strcmp(texts[number].name, name) == 0) {
      *count = strlen((const char *)texts[number].bytes);
      return texts[number].bytes;
    }
  }
  return NULL;
}
