# Wörter, die nur eine Ausgabeform braucht: Fußzeilen, Tabellenblätter, Knöpfe.
