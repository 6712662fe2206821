# Words that one written form alone needs: page feet, sheets, buttons.
