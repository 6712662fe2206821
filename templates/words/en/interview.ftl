# What the interview asks and answers.
